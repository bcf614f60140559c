/** Shows what is known of a finding when it is opened: one by one, all that are shown, or for a printer all. */
export function connectDetails(): void {
  for (const details of findDetails('[open]')) fill(details);
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement) fill(target);
    },
    true, // such an event does not bubble
  );
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-open]'))
    button.addEventListener('click', () => {
      const isOpening = button.dataset['open'] === 'true';
      for (const details of findDetails('')) if (!details.closest('[hidden]')) setOpen(details, isOpening);
    });
  connectPrinter();
}

/** Whoever prints has no way to open anything. */
function connectPrinter(): void {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    opened = [...findDetails(':not([open])')].filter(details => !details.closest('[hidden]'));
    for (const details of opened) setOpen(details, true);
  });
  addEventListener('afterprint', () => {
    for (const details of opened) setOpen(details, false);
    opened = [];
  });
}

function findDetails(state: string): NodeListOf<HTMLDetailsElement> {
  return document.querySelectorAll<HTMLDetailsElement>(`.finding > details${state}`);
}

function setOpen(details: HTMLDetailsElement, isOpen: boolean): void {
  if (isOpen) fill(details);
  details.open = isOpen;
}

/** Makes elements of what the reporter wrote for a browser without scripts. All texts in it are escaped. */
function fill(details: HTMLDetailsElement): void {
  const source = details.querySelector('noscript');
  if (source && !source.nextElementSibling) source.insertAdjacentHTML('afterend', source.textContent);
}
