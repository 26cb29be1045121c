/** Hears a click on any link inside an element and follows it our way: within the box, or shown instead of opened. */
export function followInstead(follow: (url: string) => void) {
  return (event: { readonly target: EventTarget; preventDefault(): void }): void => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (link === null) return;
    event.preventDefault();
    follow(link.getAttribute('href') ?? '');
  };
}
