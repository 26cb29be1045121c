import { HostConfig } from 'adaptivecards';

const shades = (name: string, subtle = name) => ({ default: `var(--${name})`, subtle: `var(--${subtle})` });

/**
 * How Teams dresses a card. Colours are Fluent’s own variables, so a card follows the theme without being drawn again.
 * Measures are those of Teams’ published host config (https://learn.microsoft.com/adaptive-cards/rendering-cards/host-config).
 */
const foregrounds = {
  default: shades('colorNeutralForeground1', 'colorNeutralForeground2'),
  dark: shades('colorNeutralForeground1', 'colorNeutralForeground2'),
  light: shades('colorNeutralForeground2'),
  accent: shades('colorBrandForeground1'),
  good: shades('colorPaletteGreenForeground1'),
  warning: shades('colorPaletteDarkOrangeForeground1'),
  attention: shades('colorPaletteRedForeground1'),
};

const font = (fontFamily: string) => ({
  fontFamily,
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 400, default: 400, bolder: 600 },
});

const container = (background: string) => ({ backgroundColor: `var(--${background})`, foregroundColors: foregrounds });

export const hostConfig = new HostConfig({
  supportsInteractivity: true,
  fontTypes: { default: font('var(--fontFamilyBase)'), monospace: font('var(--fontFamilyMonospace)') },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  imageSizes: { small: 32, medium: 52, large: 100 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
  },
  containerStyles: {
    default: container('colorNeutralBackground1'),
    emphasis: container('colorNeutralBackground3'),
    accent: container('colorBrandBackground2'),
    good: container('colorPaletteGreenBackground1'),
    warning: container('colorPaletteYellowBackground1'),
    attention: container('colorPaletteRedBackground1'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'Bolder', color: 'default', isSubtle: false, suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'Bolder', color: 'default', isSubtle: false },
    },
    errorMessage: { weight: 'Default', color: 'attention', spacing: 'Small' },
  },
  factSet: {
    title: { weight: 'Bolder', color: 'default', isSubtle: false, wrap: true, maxWidth: 150 },
    value: { weight: 'Default', color: 'default', isSubtle: false, wrap: true },
    spacing: 12,
  },
  textStyles: { heading: { size: 'large', weight: 'bolder', color: 'default', isSubtle: false } },
  textBlock: { headingLevel: 3 },
});
