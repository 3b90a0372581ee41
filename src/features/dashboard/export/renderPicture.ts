import { inlineSvgStyles } from './inlineSvgStyles';

/** For screens that show two dots where CSS says one pixel, as all phones do. */
const DOTS_PER_PIXEL = 2;

/** A picture that is not there by then never comes: a browser without memory for it does not say so. */
const TIMEOUT_MS = 30_000;

/** What a reader of the picture cannot use: buttons, and tables behind a fold. */
const EXCLUDED_SELECTOR = '[data-no-picture], details';

/**
 * A piece of the page as a PNG, in the theme it is shown in, at twice its size, with a line under it. What carries `data-no-picture` is left
 * out, and the rest closes up. The page itself is not touched: a copy is drawn from beyond its edge.
 *
 * @throws if the browser can't draw it, mostly for want of memory
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
      // From beyond the edge into the picture.
      style: { position: 'static', transform: 'none' },
      // There are none to embed, and to look for them it would read every style sheet over the network.
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
 * The copy has to be in the page to be laid out. Its styles are set one by one through the style object, which the
 * Content-Security-Policy allows and a style attribute's text it does not.
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
