// The person being played: their conversations as they stand, kept up to date by the server's stream.

import { eventId, get, post, stream, upload } from "./api.js";
import { speak } from "./words.js";

/**
 * Dispatches `message` (detail: {conversation, message, isNew}), `unread`, `clock` (detail: the clock), `form`
 * (detail: {form, errors, conversation}), `home` (detail: the card), `language` and `reload`.
 */
export class Session extends EventTarget {
  static async enter(email) {
    return new Session(await post("enter", { persona: email }));
  }

  constructor(entered) {
    super();
    this.person = entered.person;
    this.email = entered.person.email;
    this.organisation = entered.organisation;
    this.commands = entered.commands;
    this.shortcuts = entered.shortcuts;
    this.colleagues = entered.colleagues;
    this.clock = entered.clock;
    this.language = entered.language;
    this.reading = null;
    speak(entered.language, entered.texts);
    this.#take(entered.conversations);
    this.#listen();
  }

  #take(conversations) {
    this.conversations = new Map(
      conversations.map((each) => [each.id, { ...each, messages: new Map(each.messages.map((one) => [one.id, one])) }]),
    );
  }

  #listen() {
    let wasLost = false;
    this.stream = stream(this.email);
    this.stream.addEventListener("message", (event) => {
      if (event.data) this.#arrived(JSON.parse(event.data));
    });
    this.stream.addEventListener("clock", (event) => this.#timeIs(JSON.parse(event.data)));
    this.stream.addEventListener("error", () => (wasLost = true));
    this.stream.addEventListener("open", async () => {
      if (!wasLost) return;
      wasLost = false;
      const entered = await post("enter", { persona: this.email });
      this.#take(entered.conversations);
      this.#tell("reload");
      this.#tell("unread");
    });
  }

  leave() {
    this.stream.close();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #timeIs(clock) {
    const moved = clock.shown !== this.clock.shown;
    this.clock = clock;
    if (moved) this.#tell("clock", clock);
  }

  #arrived(message) {
    const conversation = this.conversations.get(message.conversation);
    const isNew = !conversation.messages.has(message.id);
    conversation.messages.set(message.id, message);
    this.#tell("message", { conversation, message, isNew });
    if (message.conversation === this.reading) this.markRead(message.conversation);
    else this.#tell("unread");
  }

  // --- what was read, remembered by this browser ---

  #readKey = (id) => `milepost.read.${this.email}.${id}`;

  #lastRead(conversation) {
    const read = Number(localStorage.getItem(this.#readKey(conversation.id)) ?? 0);
    const newest = Math.max(0, ...conversation.messages.keys());
    return read > newest ? 0 : read; // the demo began anew
  }

  unread(conversation) {
    const read = this.#lastRead(conversation);
    return [...conversation.messages.values()].filter((each) => each.id > read && !each.mine).length;
  }

  markRead(id) {
    const newest = Math.max(0, ...this.conversations.get(id).messages.keys());
    localStorage.setItem(this.#readKey(id), String(newest));
    this.#tell("unread");
  }

  // --- what the person does ---

  async #do(path, conversation, what) {
    const answer = await post(path, { persona: this.email, conversation, event_id: eventId(), ...what });
    for (const effect of answer.effects) this.#perform(effect, conversation);
    if (answer.language !== this.language) this.#tell("language");
    return answer.effects;
  }

  #perform(effect, conversation) {
    if (effect.kind === "message") this.#arrived(effect.message);
    else if (effect.kind === "form") this.#tell("form", { form: effect.form, errors: {}, conversation });
    else if (effect.kind === "form_errors") this.#tell("form", { form: effect.form, errors: effect.errors, conversation });
    else if (effect.kind === "form_refresh") this.#tell("form_refresh", effect.form);
    else this.#tell("home", effect.card);
  }

  /** Files come first, so that what is said arrives with all of them or not at all. */
  async say(conversation, text, files = []) {
    const ids = await Promise.all(files.map((file) => upload(this.email, file)));
    return this.#do("say", conversation, { text, files: ids });
  }

  act = (conversation, action, message) =>
    this.#do("action", conversation, { name: action.name, value: action.value, message });

  fillIn = (conversation, form, values, draft) =>
    this.#do("form", conversation, { name: form.name, subject: form.subject, values, draft });

  choose = (conversation, name, message) => this.#do("message", conversation, { name, message: message.id });

  /** A shortcut, whose answer comes in the conversation with Milepost wherever one is. */
  async begin(name) {
    const [direct] = this.conversations.keys();
    return this.#do("shortcut", direct, { name });
  }

  /** What fits the words typed so far, to be put into a conversation: each `{card, about}`. */
  async search(conversation, typed) {
    const answer = await post("search", { persona: this.email, conversation, event_id: eventId(), typed });
    return answer.effects.find(({ kind }) => kind === "offer_cards")?.found ?? [];
  }

  put = (conversation, typed, number, title) => this.#do("put", conversation, { typed, number, title });

  /** The options that fit the words typed so far. */
  async lookUp(conversation, source, typed) {
    const answer = await post("look-up", { persona: this.email, conversation, event_id: eventId(), source, typed });
    return answer.effects.find(({ kind }) => kind === "offer")?.options ?? [];
  }

  async openHome() {
    const answer = await post("home", { persona: this.email });
    for (const effect of answer.effects) this.#perform(effect);
  }

  async moveClock(where) {
    const answer = await post("clock", { persona: this.email, ...where });
    this.#timeIs(answer.clock);
  }

  views = (message) => get(`messages/${message.id}/views`, { persona: this.email });
}
