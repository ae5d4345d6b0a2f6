// Gives scripts the plain colour behind a token: editors and canvases cannot read light-dark().
// Keeps away from styling; elements use the token itself.

/**
 * The colour of a token where `element` stands, as the browser computes it: "rgb(29, 91, 184)".
 * Ask again after a change of theme. `token` with its dashes: '--syntax-keyword'.
 */
export function resolveColorToken(token: string, element: Element = document.body): string {
  const probe = document.createElement('span');
  probe.style.color = `var(${token})`;
  probe.style.display = 'none';
  element.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return color;
}
