import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

/** The names by which Teams tells a tab of its theme. */
export type ThemeName = 'default' | 'dark' | 'contrast';

export const themes: Readonly<
  Record<ThemeName, { readonly label: string; readonly theme: Theme; readonly scheme: 'light' | 'dark' }>
> = {
  default: { label: 'Light', theme: teamsLightTheme, scheme: 'light' },
  dark: { label: 'Dark', theme: teamsDarkTheme, scheme: 'dark' },
  contrast: { label: 'High contrast', theme: teamsHighContrastTheme, scheme: 'dark' },
};

export const themeNames = ['default', 'dark', 'contrast'] as const satisfies readonly ThemeName[];

const kept = 'teams-in-a-box-theme';

export function keptTheme(): ThemeName {
  const name = localStorage.getItem(kept);
  return themeNames.find((known) => known === name) ?? 'default';
}

export function keepTheme(name: ThemeName): void {
  localStorage.setItem(kept, name);
}
