// What tests/e2e/walking.py asks of a page.

window.walking = {
  /** Where the focus is: its name, whether it can be seen, and whether it looks focused. */
  stop: () => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    at.dataset.walked = "";
    const near = [at, at.nextElementSibling, at.closest(".compose"), at.closest("label")].filter(Boolean);
    const look = () => near.map((each) => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor } = getComputedStyle(each);
      return [outlineStyle, outlineWidth, boxShadow, borderColor].join();
    }).join("|");
    const box = at.getBoundingClientRect();
    const inside = (x, y) => {
      const found = document.elementFromPoint(x, y);
      return found && (at.contains(found) || found.contains(at) && found.tagName !== "BODY" && found.tagName !== "HTML" || at.labels?.[0]?.contains(found));
    };
    const xs = [0.1, 0.5, 0.9].map((share) => box.left + share * box.width);
    const ys = [0.1, 0.5, 0.9].map((share) => box.top + share * box.height);
    const isSeen = xs.some((x) => ys.some((y) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight && inside(x, y)));
    const focused = look();
    at.blur();
    const blurred = look();
    at.focus({ preventScroll: true, focusVisible: true });
    const name = at.getAttribute("aria-label") || at.labels?.[0]?.innerText || at.innerText || at.id || at.className;
    return { name: `${at.tagName.toLowerCase()} ${name}`.slice(0, 80), isSeen, isMarked: focused !== blurred };
  },
  /** Controls that are shown and were no stop. */
  missed: () => {
    const top = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
    const controls = [...top.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
    const isShown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width > 0;
    // Of a group of choices one is a stop, and the arrow keys lead to the others; so it is with tabs.
    const isOne = (each) => each.type === "radio" && [...document.getElementsByName(each.name)].some((one) => "walked" in one.dataset);
    return controls
      .filter((each) => each.tabIndex >= 0 && !each.disabled && isShown(each) && !("walked" in each.dataset) && !isOne(each))
      .map((each) => each.outerHTML.slice(0, 120));
  },
  /** Texts beyond the edge of the window, or cut off. */
  cutOff: () => {
    const scrolls = (each) => each.closest(".table, .slack-table, pre, .picture-body, .chips, .slack-pre, .teams-card");
    const isHidden = (each) => each.closest(".unseen, datalist, [hidden]") || getComputedStyle(each).clipPath !== "none";
    const found = [];
    if (document.documentElement.scrollWidth > innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const each of document.querySelectorAll("body *")) {
      if (!each.checkVisibility() || scrolls(each) || isHidden(each) || each.closest("svg")) continue;
      const { left, right, width } = each.getBoundingClientRect();
      const { overflowX } = getComputedStyle(each);
      const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
      if (width && own && (right > innerWidth + 1 || left < -1)) found.push(`beyond the edge: ${each.outerHTML.slice(0, 100)}`);
      if (own && overflowX !== "visible" && overflowX !== "auto" && each.scrollWidth > each.clientWidth + 1 && each.tagName !== "INPUT")
        found.push(`cut off: ${each.outerHTML.slice(0, 100)}`);
    }
    return found;
  },
};
