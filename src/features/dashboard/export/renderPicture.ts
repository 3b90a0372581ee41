import { inlineSvgStyles } from './inlineSvgStyles';

/** All phones show at least two dots for each CSS pixel. */
const DOTS_PER_PIXEL = 2;

/**
 * If the picture is not finished by then, it never will be: a browser with too little memory
 * reports no error.
 */
const TIMEOUT_MS = 30_000;

/** Elements that are useless in a picture: buttons, and tables that are not open. */
const EXCLUDED_SELECTOR = '[data-no-picture], details';

/**
 * Renders an element as a PNG, in the current theme, at twice its size, with a caption below.
 * Elements with `data-no-picture` are left out and leave no gap. The page does not change: a copy
 * outside the visible area is drawn.
 *
 * @throws if the browser cannot draw the picture, mostly because it has too little memory
 */
export async function renderPicture(element: HTMLElement, caption: string): Promise<Blob> {
  const { toBlob } = await import('html-to-image');
  const stage = createStage(element, caption);
  document.body.append(stage);
  try {
    inlineSvgStyles(stage);
    const drawn = toBlob(stage, {
      pixelRatio: DOTS_PER_PIXEL,
      backgroundColor: getComputedStyle(document.documentElement).backgroundColor,
      // This moves the copy from outside the visible area into the picture.
      style: { position: 'static', transform: 'none' },
      // The app embeds no fonts. To look for some, html-to-image would fetch every style sheet over
      // the network.
      skipFonts: true,
    });
    const blob = await Promise.race([drawn, failAfter(TIMEOUT_MS)]);
    if (!blob) throw new Error('the browser gave no picture');
    return blob;
  } finally {
    stage.remove();
  }
}

/*
 * Creates the copy that is drawn. The copy must be in the page, because otherwise it has no layout.
 * Its styles are set one by one through the style object: the Content-Security-Policy allows that,
 * but not the text of a style attribute.
 */
function createStage(element: HTMLElement, caption: string): HTMLElement {
  const { width } = element.getBoundingClientRect();
  const copy = element.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll(EXCLUDED_SELECTOR)) part.remove();
  const line = document.createElement('p');
  line.textContent = caption;
  Object.assign(line.style, { margin: '12px 0 0', fontSize: '13px', textAlign: 'end', color: 'var(--muted)' });
  const stage = document.createElement('div');
  stage.append(copy, line);
  stage.inert = true;
  stage.ariaHidden = 'true';
  Object.assign(stage.style, {
    position: 'fixed',
    insetBlockStart: '0',
    insetInlineStart: '0',
    transform: 'translateX(-200vw)',
    boxSizing: 'content-box',
    width: `${Math.ceil(width)}px`,
    padding: '16px',
    background: 'var(--ground)',
  });
  return stage;
}

const failAfter = (ms: number): Promise<never> =>
  new Promise((_, reject) => {
    setTimeout(() => reject(new Error('no picture in time')), ms);
  });
