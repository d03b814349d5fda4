// One conversation: its messages in order, edited ones changed in place, and the composer.

import { showProblem } from "./api.js";
import { cardParts } from "./card.js";
import { Composer } from "./composer.js";
import { fill, freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, milepostAvatar } from "./people.js";
import { t } from "./words.js";

const NEAR_PX = 160;

/** `heading` goes into the page's head, `element` below it; `put(message)` shows a new or changed message. */
export class ConversationView {
  #tap;
  #viewAs;
  #choose;
  #rows = new Map();
  #lastDay = "";
  #list;
  #scroller;
  #newer;
  #composer;
  #sayNext;
  #say;
  #isAtEnd = true;

  constructor({ session, conversation, tap, viewAs, begin, search }) {
    this.conversation = conversation;
    this.#tap = tap;
    this.#viewAs = viewAs;
    this.#choose = (name, message) => session.choose(conversation.id, name, message).catch(showProblem);
    const isDirect = !conversation.team;
    const name = conversation.team || "Milepost";
    this.heading = h(
      "div.place-title",
      null,
      isDirect ? milepostAvatar() : h("span.avatar.avatar-channel", { "aria-hidden": "true" }, icon("channel")),
      h("div", null, h("h1", { tabindex: -1 }, name), h("p", null, isDirect ? t("direct-about") : t("channel-about", { count: conversation.members }))),
    );
    this.#list = h("ol.messages", { "aria-label": t("messages-in", { place: name }) });
    this.#newer = h("button.newer", { type: "button", hidden: true, onclick: () => this.toNewest() }, icon("down"), t("newer"));
    this.#scroller = h("div.scroller", { tabindex: 0, role: "region", "aria-label": t("messages-in", { place: name }), onscroll: () => this.#scrolled() }, this.#list);
    this.#composer = new Composer({
      label: isDirect ? t("write-direct") : t("write-channel", { team: name }),
      commands: session.commands,
      colleagues: isDirect ? session.colleagues : ["Milepost", ...session.colleagues],
      chips: isDirect,
      menu: [
        ...session.shortcuts.map(({ name: shortcut, label, help }) => ({ label, help, choose: () => begin(shortcut) })),
        { label: t("find-objective"), help: t("find-about"), choose: () => search(conversation) },
        ...(isDirect ? [] : [{ label: t("ask-here"), help: t("ask-here-about"), choose: () => this.#composer.begin("@Milepost ") }]),
      ],
      send: (text, files) => this.#send(session, text, files),
    });
    this.#sayNext = h("li.say-next", { hidden: true });
    this.#say = (text) => this.#send(session, text);
    this.element = h("div.conversation", null, this.#scroller, h("div.newer-row", null, this.#newer), this.#composer.element);
    if (!conversation.messages.size) this.#list.append(h("li.empty", null, t(isDirect ? "empty-direct" : "empty-channel")));
    for (const message of conversation.messages.values()) this.#draw(message);
    this.#suggest();
    // The window, a keyboard on the screen and what is offered above the box take room from those who read the end.
    new ResizeObserver(() => this.#isAtEnd && this.toNewest()).observe(this.#scroller);
  }

  focus() {
    if (matchMedia("(hover: hover) and (min-width: 48rem)").matches) this.#composer.focus();
    else this.heading.querySelector("h1").focus({ preventScroll: true });
  }

  #scrolled() {
    this.#isAtEnd = this.#isNear();
    if (this.#isAtEnd) this.#newer.hidden = true;
  }

  #isNear() {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
    return scrollHeight - scrollTop - clientHeight < NEAR_PX;
  }

  toNewest() {
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
    this.#newer.hidden = true;
  }

  put(message) {
    const isNew = !this.#rows.has(message.id);
    const wasNear = this.#isNear();
    this.#draw(message);
    this.#suggest();
    if (isNew && (wasNear || message.mine)) this.#follow(message);
    else if (isNew) this.#newer.hidden = false;
    else if (wasNear) this.toNewest();
  }

  /** To the newest message, but never past its beginning. */
  #follow(message) {
    const row = this.#rows.get(message.id);
    const top = row.offsetTop - 16;
    const bottom = this.#scroller.scrollHeight - this.#scroller.clientHeight;
    this.#scroller.scrollTop = row.offsetHeight > this.#scroller.clientHeight ? top : bottom;
  }

  /** Below the newest message, the words that Milepost offers to say next. */
  #suggest() {
    const newest = this.conversation.messages.get(Math.max(...this.conversation.messages.keys()));
    const words = newest?.card?.suggestions ?? [];
    const chip = (word) => h("button.chip", { type: "button", onclick: () => this.#tapChip(word) }, word);
    fill(this.#sayNext, h("div.chips", { role: "group", "aria-label": t("say-next"), lang: newest?.card?.language }, words.map(chip)));
    this.#sayNext.hidden = !words.length;
    this.#list.append(this.#sayNext);
  }

  /** The chip is gone once its words are said, so one goes on from where one begins. */
  async #tapChip(word) {
    this.focus();
    await this.#say(word);
  }

  async #send(session, text, files = []) {
    try {
      await session.say(this.conversation.id, text, files);
      return true;
    } catch (problem) {
      showProblem(problem);
      return false;
    }
  }

  #draw(message) {
    const row = this.#row(message);
    const old = this.#rows.get(message.id);
    this.#rows.set(message.id, row);
    if (old) return this.#replace(old, row);
    this.#list.querySelector(".empty")?.remove();
    if (message.day !== this.#lastDay) {
      this.#lastDay = message.day;
      this.#list.append(h("li.day", null, h("span", null, message.day)));
    }
    this.#list.append(row);
  }

  /** In place of the old row; whoever was at one of its buttons stays at the same one, or at the message. */
  #replace(old, row) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(row);
    if (!focused) return;
    const { action } = focused.dataset;
    const same = [...row.querySelectorAll("button")].find((each) => action && each.dataset.action === action);
    (same ?? row.firstElementChild).focus({ preventScroll: true });
  }

  #row(message) {
    if (message.author) return said(message, message.mine || message.card ? null : this.#choose);
    const id = freshId("message");
    const { card } = message;
    return h(
      "li.message.from-milepost",
      null,
      h(
        "article",
        { "aria-labelledby": id, tabindex: -1 },
        milepostAvatar(),
        h(
          "div.message-body",
          null,
          head("Milepost", message),
          h(
            "div.card",
            { lang: card.language },
            card.title ? h("h2.card-title", { id }, card.title) : h("span.unseen", { id }, "Milepost"),
            cardParts(card.parts, (action) => this.#tap(action, message.id)),
          ),
          h("button.link.view-as", { type: "button", onclick: () => this.#viewAs(message) }, t("view-as"), h("span.unseen", null, `: ${card.title}`)),
        ),
      ),
    );
  }
}

function head(author, message) {
  return h(
    "div.message-head",
    null,
    h("strong", null, author),
    h("time", { datetime: message.at, title: message.moment }, message.time),
    message.edited ? h("span.edited", null, t("edited")) : null,
    message.only_you ? h("span.only-you", null, t("only-you")) : null,
  );
}

/** Something a person wrote; a colleague's has what Slack and Teams put into a message's own menu. */
function said(message, choose) {
  const author = message.mine ? t("you") : message.author;
  return h(
    message.mine ? "li.message.mine" : "li.message.theirs",
    null,
    h("article", { tabindex: -1, "aria-label": author }, avatar(message.author), h("div.message-body", null, head(author, message), message.card ? putIn(message.card) : h("p.said", { dir: "auto" }, message.text), choose ? menuOf(message, choose) : null)),
  );
}

/** What someone looked for and put into the conversation; Teams names the app below. */
function putIn(card) {
  return [
    h("div.card.put-in", { lang: card.language }, h("h2.card-title", null, card.title), cardParts(card.parts, () => {})),
    h("p.subtle.via", null, t("via")),
  ];
}

function menuOf(message, choose) {
  const entry = (name) =>
    h("button.link.view-as", { type: "button", onclick: () => choose(name, message) }, t(`menu-${name}`), h("span.unseen", null, `: ${message.author}`));
  return h("div.message-menu", null, entry("recognise"), entry("evidence"));
}
