// Builds elements. Text only ever becomes text nodes: nothing anyone wrote is parsed as HTML.

/**
 * An element: `h("p.subtle", { lang: "cy", onclick }, "text", child)`. The tag may carry classes. Attributes that
 * are functions become listeners; true sets an empty attribute; null, undefined and false leave it out.
 */
export function h(tag, attributes, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length) element.className = classes.join(" ");
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Text for screen readers only. */
export const unseen = (text) => h("span.unseen", null, text);

let lastId = 0;
/** An id that no other element has. */
export const freshId = (prefix) => `${prefix}-${++lastId}`;

/** Replace all children. */
export const fill = (element, ...children) => element.replaceChildren(...children.flat(Infinity).filter(Boolean));

/** Say something to screen readers without moving anyone's focus. */
export function announce(text) {
  const announcer = document.getElementById("announcer");
  announcer.append(h("p", null, text));
  while (announcer.childElementCount > 4) announcer.firstElementChild.remove();
}
