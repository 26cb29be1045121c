/** `address`: where in the tab, as in its own address. `label`: what it is called in a message; never a child's initials. */
export type SharedPage = { readonly address: string; readonly label: string };

/**
 * A link that opens a page of ours inside Teams, as Microsoft spells it
 * (https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-application). It leads to the tab `meetings`, whichever
 * its writer is in: that one opens with what a link names.
 * @param appId as Teams knows the app: the one of the school's catalogue where it was uploaded there
 */
export function linkInto(appId: string, { address, label }: SharedPage): string {
  const query = new URLSearchParams({ label, context: JSON.stringify({ subEntityId: address }) });
  return `https://teams.microsoft.com/l/entity/${appId}/meetings?${query.toString()}`;
}
