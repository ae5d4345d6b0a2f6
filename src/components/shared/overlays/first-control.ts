// What a dialog's keys go to first: the control that one came for, not the one that closes it.
// Keeps away from giving it the focus.

const controls = 'button, input, select, textarea, a[href], [tabindex]';

/** The first control in sight of the body, otherwise the main one of the foot; null without any. */
export function firstControl(body: Element | null, foot: Element | null): HTMLElement | null {
  const [first] = controlsIn(body);
  // One far down would scroll the text away that one has to read first.
  if (body && first && first.getBoundingClientRect().bottom <= body.getBoundingClientRect().bottom)
    return first;
  return controlsIn(foot).at(-1) ?? null;
}

function controlsIn(part: Element | null): HTMLElement[] {
  return [...(part?.querySelectorAll<HTMLElement>(controls) ?? [])].filter(
    (control) =>
      control.tabIndex >= 0 &&
      !control.matches(':disabled, [aria-disabled="true"], [data-explained]') &&
      control.checkVisibility(),
  );
}
