// The dialog in which a form is filled in; what is typed is saved as it is typed where the form asks for that.

import { showProblem } from "./api.js";
import { drawPart } from "./card.js";
import { fill, h } from "./dom.js";
import { field } from "./fields.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const PAUSE_MS = 600;
const INPUTS = new Set(["text_input", "choice_input", "date_input"]);

/** One dialog, used for every form. */
export class FormDialog {
  #session;
  #form = null;
  #conversation = "";
  #fields = [];
  #draftTimer = 0;
  #draftsSent = Promise.resolve();

  constructor(session) {
    this.#session = session;
    this.element = h("dialog.form", { "aria-labelledby": "form-title" });
    this.element.addEventListener("close", () => this.#saveDraftNow());
    this.element.addEventListener("input", () => this.#saveDraftSoon());
    this.element.addEventListener("change", () => this.#saveDraftSoon());
  }

  /** Show a form, or the same one anew with what was wrong. */
  show({ form, errors, conversation }) {
    this.#saveDraftNow();
    this.#form = form;
    this.#conversation = conversation;
    this.#fields = [];
    const title = h("h2", { id: "form-title", tabindex: -1 }, form.title);
    this.#body = h("div.form-body", null, this.#sections(form.parts));
    this.#state = h("p.saved", { role: "status" }, form.saves_drafts ? t("saves-drafts") : "");
    fill(
      this.element,
      h("form", { method: "dialog", novalidate: true, lang: form.language, onsubmit: (event) => this.#send(event) },
        h("header", null, title, h("button.quiet.close", { type: "button", "aria-label": t("close"), onclick: () => this.element.close() }, icon("close"))),
        this.#body,
        h("footer", null, this.#state,
          h("button.action.default", { type: "button", onclick: () => this.element.close() }, form.cancel_label),
          (this.#submit = h("button.action.primary", { type: "submit" }, form.submit_label)),
        ),
      ),
    );
    if (!this.element.open) this.element.showModal();
    const wrong = this.#fields.find(({ key }) => key in errors);
    if (wrong) wrong.control.focus();
    else title.focus();
  }

  /** Draw the open form anew around its inputs: what is in them, and where one is, stays. */
  refresh(form) {
    if (!this.element.open || form.name !== this.#form.name || form.subject !== this.#form.subject) return;
    const focused = document.activeElement;
    const kept = new Map(this.#fields.map((drawn) => [drawn.key, drawn]));
    this.#form = form;
    this.#fields = [];
    const scrolled = this.#body.scrollTop;
    const seenAt = focused.getBoundingClientRect().top;
    fill(this.#body, this.#sections(form.parts, kept));
    this.#body.scrollTop = scrolled;
    if (!this.#body.contains(focused)) return;
    focused.focus({ preventScroll: true });
    // What grew above must not push away the field that someone is typing in.
    this.#body.scrollTop += focused.getBoundingClientRect().top - seenAt;
  }

  #body = null;
  #state = null;
  #submit = null;

  /** Parts under one heading belong together; a divider ends a section. */
  #sections(parts, kept = new Map()) {
    const sections = [[]];
    for (const part of parts) {
      if (part.kind === "divider" || (part.kind === "heading" && sections.at(-1).length)) sections.push([]);
      if (part.kind !== "divider") sections.at(-1).push(part);
    }
    return sections.filter((section) => section.length).map((section) => {
      const heading = section[0].kind === "heading" ? section[0].text : null;
      const drawn = section.slice(heading ? 1 : 0).map((part) => this.#part(part, kept));
      return heading ? h("section.form-section", { "aria-label": heading }, h("h3", null, heading), drawn) : h("div.form-section", null, drawn);
    });
  }

  #part(part, kept) {
    if (!INPUTS.has(part.kind)) return drawPart(part, () => {});
    const drawn = kept.get(part.key) ?? field(part, (typed) => this.#session.lookUp(this.#conversation, part.source, typed));
    this.#fields.push(drawn);
    return drawn.element;
  }

  get #values() {
    return Object.fromEntries(this.#fields.map(({ key, read }) => [key, read()]));
  }

  #saveDraftSoon() {
    if (!this.#form?.saves_drafts) return;
    clearTimeout(this.#draftTimer);
    this.#state.textContent = t("saving");
    this.#draftTimer = setTimeout(() => this.#saveDraftNow(), PAUSE_MS);
  }

  /** Send what is waiting to be saved; drafts go out one after the other, so that the last one stays. */
  #saveDraftNow() {
    if (!this.#draftTimer) return;
    clearTimeout(this.#draftTimer);
    this.#draftTimer = 0;
    const [conversation, form, values, state] = [this.#conversation, this.#form, this.#values, this.#state];
    this.#draftsSent = this.#draftsSent
      .then(() => this.#session.fillIn(conversation, form, values, true))
      .then(() => (state.textContent = t("saved")))
      .catch((problem) => {
        state.textContent = t("not-saved");
        showProblem(problem);
      });
  }

  async #send(event) {
    event.preventDefault();
    if (this.#submit.ariaBusy === "true") return;
    clearTimeout(this.#draftTimer);
    this.#draftTimer = 0;
    this.#submit.ariaBusy = "true";
    await this.#draftsSent;
    try {
      const effects = await this.#session.fillIn(this.#conversation, this.#form, this.#values, false);
      if (!effects.some(({ kind }) => kind.startsWith("form"))) this.element.close();
    } catch (problem) {
      showProblem(problem);
    } finally {
      this.#submit.ariaBusy = "false";
    }
  }
}
