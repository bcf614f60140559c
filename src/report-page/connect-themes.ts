/** Shows the page in the colors that are chosen, and remembers the choice where the browser lets it. */
export function connectThemes(): void {
  const known = readChoice();
  for (const radio of document.querySelectorAll<HTMLInputElement>('.themes input')) {
    radio.checked = radio.value === known;
    radio.addEventListener('change', () => {
      show(radio.value);
      keepChoice(radio.value);
    });
  }
  show(known);
}

/** Anything but a theme of the style leaves the colors to the system. */
function show(theme: string): void {
  document.documentElement.dataset['theme'] = theme;
}

const key = 'eslint-plugin-persistence-colors';

/** A page in a frame may have no storage: asking for it throws. */
function readChoice(): string {
  try {
    return localStorage.getItem(key) ?? 'auto';
  } catch {
    return 'auto';
  }
}

function keepChoice(choice: string): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // The choice holds as long as the page is open.
  }
}
