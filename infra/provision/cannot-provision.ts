/** Something provisioning cannot go on from; its message is a sentence for whoever runs it, without a secret in it. */
export class CannotProvision extends Error {
  override readonly name = 'CannotProvision';
}
