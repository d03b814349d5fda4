// The few signs the page uses, drawn as strokes; always beside words or on a labelled button.

const PATHS = {
  alert: "M12 3.5 22 20.5H2zM12 10v4.5M12 17.5v.01",
  back: "M15 5l-7 7 7 7",
  bell: "M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4",
  card: "M4 5h16v14H4zM4 9.5h16M8 14h5",
  channel: "M9 4 7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM12 7.5V12l3 2",
  close: "M6 6l12 12M18 6 6 18",
  down: "M6 9.5l6 6 6-6",
  forward: "M5 5l8 7-8 7zM14 5l6 7-6 7",
  home: "M4 11.5 12 4.5l8 7V20h-5.5v-5h-5v5H4z",
  message: "M4 5h16v11.5H10L5.5 20v-3.5H4z",
  on_track: "M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zM8 12.3l2.8 2.8L16.2 9.5",
  attach: "M20 11.5l-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.4 3.4 0 0 1 4.8 4.8l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  at_risk: "M12 4 21.5 20h-19zM12 10v4.5M12 17.2v.01",
  off_track: "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20v-1.5a5 5 0 0 1 5-5h3a5 5 0 0 1 5 5V20M16 4.4a3.5 3.5 0 0 1 0 6.2M18.5 14a5 5 0 0 1 3 4.5V20",
  plus: "M12 5v14M5 12h14",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.5 15.5 20.5 20.5",
  send: "M4 12 20.5 4.5 15 20l-3.5-6.5zM11.5 13.5l9-9",
  theme: "M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9z",
};
const SVG = "http://www.w3.org/2000/svg";

/** A sign that screen readers pass over. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
