// Talks to the demo's server.

import { t, hasText } from "./words.js";

/** The server did not do what it was asked; `message` is for the person. */
export class Problem extends Error {
  constructor(code) {
    super(t(hasText(`problem-${code}`) ? `problem-${code}` : "problem-other"));
    this.code = code;
  }
}

/** A new id for something a person does; asking twice with the same one does nothing more. */
export const eventId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

async function ask(path, options) {
  let response;
  try {
    response = await fetch(`/demo/api/${path}`, options);
  } catch {
    throw new Problem("unreachable");
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(body.error ?? "other");
  return body;
}

/** Read. */
export const get = (path, query = {}) => ask(`${path}?${new URLSearchParams(query)}`, { headers: { Accept: "application/json" } });

/** Do. */
export const post = (path, body) =>
  ask(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Bring a file that is going to be attached; its id. */
export const upload = (persona, file) =>
  ask(`upload?${new URLSearchParams({ persona, name: file.name, type: file.type })}`, {
    method: "POST", headers: { "Content-Type": "application/octet-stream" }, body: file,
  }).then(({ id }) => id);

/** The stream of what happens where this person can see it. */
export const stream = (persona) => new EventSource(`/demo/api/stream?${new URLSearchParams({ persona })}`);

let hideProblem;
/** Tell the person of a problem; it goes away by itself. */
export function showProblem(problem) {
  const box = document.getElementById("problem");
  if (!(problem instanceof Problem)) throw problem;
  box.textContent = problem.message;
  box.hidden = false;
  clearTimeout(hideProblem);
  hideProblem = setTimeout(() => (box.hidden = true), 8000);
}
