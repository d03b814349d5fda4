// Where people type: Enter sends, Shift+Enter begins a line; commands and colleagues are suggested on the way.

import { announce, fill, freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { Menu } from "./menu.js";
import { t } from "./words.js";

const MOST_SUGGESTIONS = 7;
const MOST_CHIPS = 12;
const MOST_FILES = 10;

/** The composer of one conversation; `send(text, files)` resolves once both have arrived. */
export class Composer {
  #commands;
  #colleagues;
  #send;
  #suggested = [];
  #active = -1;
  #files = [];

  constructor({ label, commands, colleagues, send, chips, menu }) {
    this.#commands = commands;
    this.#colleagues = colleagues;
    this.#send = send;
    const id = freshId("compose");
    this.#list = h("ul.suggestions", { id: `${id}-list`, role: "listbox", "aria-label": t("suggestions"), hidden: true });
    this.#box = h("textarea", {
      id, rows: 1, maxlength: 12000, placeholder: label, dir: "auto", autocomplete: "off",
      "aria-autocomplete": "list", "aria-controls": `${id}-list`, "aria-haspopup": "listbox", "aria-describedby": `${id}-keys`,
      oninput: () => this.#suggest(),
      onkeydown: (event) => this.#key(event),
      onblur: () => this.#close(),
    });
    this.#button = h("button.action.primary.send", { type: "submit", "aria-label": t("send") }, icon("send"));
    this.#picker = h("input", { type: "file", multiple: true, hidden: true, onchange: () => this.#attach() });
    this.#attached = h("ul.attached", { "aria-label": t("attached"), hidden: true });
    const attach = h("button.quiet.more", { type: "button", "aria-label": t("attach"), title: t("attach"), onclick: () => this.#picker.click() }, icon("attach"));
    this.element = h(
      "form.composer",
      { onsubmit: (event) => { event.preventDefault(); this.#submit(); } },
      chips ? h("div.chips", { role: "group", "aria-label": t("quick-commands") }, this.#chips()) : null,
      this.#list,
      this.#attached,
      h("div.compose", null, new Menu(t("menu"), menu).element, attach, this.#picker, h("label.unseen", { for: id }, label), this.#box, this.#button),
      h("p.unseen", { id: `${id}-keys` }, t("composer-keys")),
    );
  }

  #box;
  #list;
  #picker;
  #attached;
  #button;

  focus() {
    this.#box.focus({ preventScroll: true });
  }

  /** Begin a message with these words. */
  begin(words) {
    this.#put(words);
  }

  #chips() {
    const words = new Map();
    for (const command of this.#commands) if (!words.has(command.help)) words.set(command.help, command);
    return [...words.values()]
      .filter(({ text }) => !/[\s@]/.test(text))
      .slice(0, MOST_CHIPS)
      .map(({ text, help }) => h("button.chip", { type: "button", title: help, onclick: () => this.#deliver(text) }, text));
  }

  // --- suggestions ---

  #suggest() {
    this.#box.style.blockSize = "auto";
    this.#box.style.blockSize = `${this.#box.scrollHeight + 2}px`;
    this.#suggested = this.#matching().slice(0, MOST_SUGGESTIONS);
    this.#active = -1;
    this.#draw();
    if (this.#suggested.length) announce(t("suggestions-count", { count: this.#suggested.length }));
  }

  #matching() {
    const before = this.#box.value.slice(0, this.#box.selectionStart);
    const mention = /(^|\s)@([\p{L}'’ -]{0,40})$/u.exec(before);
    if (mention) {
      const wanted = mention[2].toLocaleLowerCase();
      const start = before.length - mention[2].length;
      return this.#colleagues
        .filter((name) => name.toLocaleLowerCase().split(/[\s-]+/).some((_, index, parts) => parts.slice(index).join(" ").startsWith(wanted)))
        .filter((name) => name.toLocaleLowerCase() !== wanted)
        .map((name) => ({ shown: name, help: "", put: () => this.#put(`${this.#box.value.slice(0, start)}${name} `) }));
    }
    const slash = before.startsWith("/") ? "/" : "";
    const wanted = before.slice(slash.length).toLocaleLowerCase();
    if ((!wanted && !slash) || before.includes("\n") || before !== this.#box.value) return [];
    return this.#commands
      .filter(({ text }) => text.toLocaleLowerCase().startsWith(wanted) && text.toLocaleLowerCase() !== wanted)
      .map(({ text, help }) => ({ shown: slash + text, help, put: () => this.#put(slash + text.replace(/@.*$/, "@")) }));
  }

  #draw() {
    fill(
      this.#list,
      this.#suggested.map((each, index) =>
        h("li", {
          id: `${this.#list.id}-${index}`, role: "option", "aria-selected": String(index === this.#active),
          onpointerdown: (event) => { event.preventDefault(); this.#choose(index); },
        }, h("strong", null, each.shown), each.help ? h("span", null, each.help) : null),
      ),
    );
    this.#list.hidden = this.#suggested.length === 0;
    if (this.#active >= 0) {
      this.#box.setAttribute("aria-activedescendant", `${this.#list.id}-${this.#active}`);
      this.#list.children[this.#active].scrollIntoView({ block: "nearest" });
    } else this.#box.removeAttribute("aria-activedescendant");
  }

  #close() {
    this.#suggested = [];
    this.#active = -1;
    this.#draw();
  }

  #choose(index) {
    this.#suggested[index].put();
  }

  #put(text) {
    this.#box.value = text;
    this.#box.focus();
    if (text.endsWith("@")) this.#suggest();
    else this.#close();
  }

  #key(event) {
    const count = this.#suggested.length;
    if (event.isComposing) return;
    if (count && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.#active = this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count;
      this.#draw();
    } else if (event.key === "Escape" && count) {
      event.preventDefault();
      this.#close();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      if (this.#active >= 0) this.#choose(this.#active);
      else this.#submit();
    }
  }

  // --- files ---

  #attach() {
    this.#files = [...this.#files, ...this.#picker.files].slice(0, MOST_FILES);
    this.#picker.value = "";
    this.#drawFiles();
    announce(t("attached-count", { count: this.#files.length }));
    this.#box.focus();
  }

  #drawFiles() {
    const remove = (file) => {
      this.#files = this.#files.filter((each) => each !== file);
      this.#drawFiles();
      this.#box.focus();
    };
    fill(
      this.#attached,
      this.#files.map((file) =>
        h("li", null, icon("attach"), h("span", null, file.name), h("button", { type: "button", "aria-label": t("detach", { name: file.name }), onclick: () => remove(file) }, icon("close"))),
      ),
    );
    this.#attached.hidden = this.#files.length === 0;
  }

  // --- sending ---

  async #submit() {
    const text = this.#box.value.trim();
    const files = this.#files;
    if (!text && !files.length) return this.focus();
    this.#box.value = "";
    this.#files = [];
    this.#drawFiles();
    this.#suggest();
    if (!(await this.#deliver(text, files))) {
      this.#box.value = text;
      this.#files = files;
      this.#drawFiles();
      this.#suggest();
      this.#close();
    }
  }

  async #deliver(text, files = []) {
    this.#button.ariaBusy = "true";
    const arrived = await this.#send(text, files);
    this.#button.ariaBusy = "false";
    return arrived;
  }
}
