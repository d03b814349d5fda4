// The chat client of the person being played: the bar with the clock, their conversations, and the one being read.

import { showProblem } from "./api.js";
import { Clock } from "./clock.js";
import { ConversationView } from "./conversation.js";
import { announce, fill, h, unseen } from "./dom.js";
import { FormDialog } from "./form.js";
import { HomeView } from "./home.js";
import { icon } from "./icons.js";
import { avatar, brand, marks, themeButton } from "./people.js";
import { SearchDialog } from "./search.js";
import { ViewAs } from "./views.js";
import { t } from "./words.js";

const HOME = "home";

/** `element` is the whole page; `goTo(place)` shows a conversation, `home`, or by default the one with Milepost. */
export class Chat {
  constructor(session, hrefOf) {
    this.session = session;
    this.#hrefOf = hrefOf;
    this.#direct = [...session.conversations.keys()][0];
    this.#clock = new Clock(session);
    this.#forms = new FormDialog(session);
    this.#search = new SearchDialog(session);
    this.#viewAs = new ViewAs(session);
    this.#links = new Map();
    this.#main = h("main.place");
    this.#menu = h("button.quiet.menu", { type: "button", "aria-expanded": "false", "aria-controls": "places", onclick: () => this.#showPlaces(true) });
    this.element = h("div.chat", null, this.#bar(), h("div.body", null, this.#sidebar(), this.#main), this.#forms.element, this.#search.element, this.#viewAs.element);
    this.#listen();
    this.#countUnread();
  }

  #hrefOf;
  #direct;
  #clock;
  #forms;
  #search;
  #viewAs;
  #links;
  #main;
  #menu;
  #places;
  #view = null;

  leave() {
    this.session.leave();
    this.#forms.element.close();
    this.#search.element.close();
    this.#viewAs.element.close();
  }

  #bar() {
    const { person } = this.session;
    return h(
      "header.bar",
      null,
      h("a.bar-brand", { href: "#" }, brand(), h("span.bar-council", null, this.session.organisation)),
      this.#clock.element,
      h(
        "div.bar-right",
        null,
        themeButton(),
        h("a.me", { href: "#" }, avatar(person.name), h("span.me-words", null, h("strong", null, person.name), " ", h("span", null, t("change-person")))),
      ),
    );
  }

  #sidebar() {
    const { person, conversations } = this.session;
    const [direct, ...channels] = conversations.values();
    const place = (id, sign, name) => {
      const count = h("span.badge");
      const link = h("a.place-link", { href: this.#hrefOf(id), onclick: () => this.#showPlaces(false) }, icon(sign), h("span.place-name", null, name), count);
      this.#links.set(id, { link, count, name });
      return h("li", null, link);
    };
    this.#places = h(
      "nav.places",
      { id: "places", "aria-label": t("conversations") },
      h("div.who", null, avatar(person.name), h("div", null, h("strong", null, person.name), h("span.role", null, person.role), h("span.marks", null, marks(person)))),
      h("h2", null, t("with-milepost")),
      h("ul", null, place(direct.id, "message", t("messages")), place(HOME, "home", t("home"))),
      channels.length ? h("h2", null, t("channels")) : null,
      channels.length ? h("ul", null, channels.map(({ id, team }) => place(id, "channel", team))) : null,
      h("p.who-note", null, t("playing-note")),
    );
    return this.#places;
  }

  #listen() {
    const session = this.session;
    session.addEventListener("message", ({ detail }) => this.#arrived(detail));
    session.addEventListener("unread", () => this.#countUnread());
    session.addEventListener("clock", () => this.#clock.tick());
    session.addEventListener("form", ({ detail }) => this.#forms.show(detail));
    session.addEventListener("form_refresh", ({ detail }) => this.#forms.refresh(detail));
    session.addEventListener("home", ({ detail }) => this.#view instanceof HomeView && this.#view.show(detail));
    session.addEventListener("reload", () => this.goTo(this.#where));
  }

  #arrived({ conversation, message, isNew }) {
    if (this.#view instanceof ConversationView && this.#view.conversation.id === conversation.id) this.#view.put(message);
    if (this.#view instanceof HomeView && conversation.id === this.#direct) this.#view.refresh();
    if (message.mine || (!isNew && this.#view?.conversation?.id !== conversation.id)) return;
    const key = isNew ? "announce-new" : "announce-edited";
    announce(t(key, { place: this.#nameOf(conversation), title: `${message.author || "Milepost"}: ${message.card?.title ?? message.text}` }));
  }

  #nameOf = (conversation) => conversation.team || "Milepost";

  #countUnread() {
    let all = 0;
    for (const conversation of this.session.conversations.values()) {
      const { link, count } = this.#links.get(conversation.id);
      const unread = this.session.unread(conversation);
      fill(count, unread ? [h("span", { "aria-hidden": "true" }, String(unread)), unseen(t("unread", { count: unread }))] : []);
      link.classList.toggle("has-unread", unread > 0);
      all += unread;
    }
    document.title = `${all ? `(${all}) ` : ""}${this.session.person.name} · Milepost`;
    fill(this.#menu, icon("back"), h("span", null, t("conversations")), all ? h("span.badge", null, h("span", { "aria-hidden": "true" }, String(all)), unseen(t("unread", { count: all }))) : null);
  }

  #where = "";

  /** Show a place; focus goes to where one goes on from. */
  goTo(place) {
    this.#where = place;
    const conversation = this.session.conversations.get(place);
    if (place === HOME) this.#open(HOME, new HomeView(this.session, (action) => this.#tap(this.#direct, action)));
    else this.#openConversation(conversation ?? this.session.conversations.get(this.#direct));
  }

  #openConversation(conversation) {
    const view = new ConversationView({
      session: this.session,
      conversation,
      tap: (action, message) => this.#tap(conversation.id, action, message),
      viewAs: (message) => this.#viewAs.show(message),
      begin: (shortcut) => this.#begin(shortcut),
      search: (where) => this.#search.show(where),
    });
    this.#open(conversation.id, view);
    this.session.reading = conversation.id;
    this.session.markRead(conversation.id);
    view.toNewest();
  }

  #open(id, view) {
    this.session.reading = null;
    this.#view = view;
    for (const [each, { link }] of this.#links) {
      if (each === id) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
    fill(this.#main, h("div.place-head", null, this.#menu, view.heading), view.element);
    this.#showPlaces(false);
    view.focus();
  }

  async #tap(conversation, action, message) {
    try {
      await this.session.act(conversation, action, message);
    } catch (problem) {
      showProblem(problem);
    }
  }

  /** A shortcut, taken from anywhere: a form opens on the spot, and an answer is where Milepost and the person are alone. */
  async #begin(shortcut) {
    try {
      const effects = await this.session.begin(shortcut);
      if (effects.some(({ kind }) => kind === "message")) location.hash = this.#hrefOf(this.#direct);
    } catch (problem) {
      showProblem(problem);
    }
  }

  /** On a narrow window conversations and the one being read take turns. */
  #showPlaces(shown) {
    this.element.classList.toggle("shows-places", shown);
    this.#menu.setAttribute("aria-expanded", String(shown));
    if (shown) this.#places.querySelector("a").focus();
  }
}
