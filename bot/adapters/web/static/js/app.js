// Where the page is: the start, or a conversation of the person being played. The address says which.

import { get, showProblem } from "./api.js";
import { Chat } from "./chat.js";
import { fill, h } from "./dom.js";
import { Session } from "./session.js";
import { startPage } from "./start.js";
import { speak } from "./words.js";

const app = document.getElementById("app");
let chat = null;

/** `#/nia@…/dm:nia@…` is a conversation, `#/nia@…/home` the home surface, anything else the start. */
function whereTo() {
  const [, email, place] = location.hash.split("/").map(decodeURIComponent);
  return { email: email ?? "", place: place ?? "" };
}

/** The address of a place. */
export const hrefOf = (email, place = "") => `#/${encodeURIComponent(email)}/${encodeURIComponent(place)}`;

async function show() {
  const { email, place } = whereTo();
  if (!email) return showStart();
  if (chat?.session.email !== email) {
    chat?.leave();
    chat = new Chat(await Session.enter(email), (where) => hrefOf(email, where));
    fill(app, chat.element);
    chat.session.addEventListener("language", () => reenter(email));
  }
  chat.goTo(place);
}

/** The person speaks another language now: everything is drawn anew. */
async function reenter(email) {
  if (chat?.session.email !== email) return;
  chat.leave();
  chat = null;
  await show();
}

async function showStart() {
  chat?.leave();
  chat = null;
  const language = localStorage.getItem("milepost.language") ?? "en";
  const roster = await get("people", { language });
  speak(roster.language, roster.texts);
  document.title = "Milepost";
  const page = startPage(roster, hrefOf, (chosen) => {
    localStorage.setItem("milepost.language", chosen);
    run(showStart);
  });
  fill(app, page);
  scrollTo(0, 0);
  page.querySelector("h1").focus({ preventScroll: true });
}

async function run(step) {
  try {
    await step();
  } catch (problem) {
    showProblem(problem);
    if (problem.code === "unknown_person") location.hash = "";
    else if (!app.hasChildNodes()) fill(app, h("main.blank"));
  }
}

addEventListener("hashchange", () => run(show));
run(show);
