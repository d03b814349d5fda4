// The demo's clock: what time it is there, and moving it on.

import { showProblem } from "./api.js";
import { announce, fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./words.js";

const JUMPS = ["hour", "tomorrow", "monday", "friday"];

/** The clock in the bar, with its panel. */
export class Clock {
  #session;

  constructor(session) {
    this.#session = session;
    this.#shown = h("span.clock-shown", null);
    this.#toggle = h("button.clock-button", { type: "button", popovertarget: "clock-panel" }, icon("clock"), h("span.unseen", null, t("clock-label")), this.#shown, icon("down"));
    this.#next = h("button.clock-next", { type: "button", title: t("jump-next_event"), onclick: () => this.#move({ jump: "next_event" }) }, icon("forward"), h("span", null, t("jump-next_event")));
    this.#panel = h("div.clock-panel", { id: "clock-panel", popover: "auto", role: "dialog", "aria-label": t("clock-title") });
    this.#panel.addEventListener("toggle", (event) => {
      if (event.newState === "open") this.#drawPanel();
    });
    this.element = h("div.clock", { role: "group", "aria-label": t("clock-title") }, this.#toggle, this.#next, this.#panel);
    this.tick();
  }

  #shown;
  #toggle;
  #next;
  #panel;

  /** Show the present time. */
  tick() {
    this.#shown.textContent = this.#session.clock.shown;
  }

  #drawPanel() {
    const { jumps, local } = this.#session.clock;
    const picker = h("input", { type: "datetime-local", id: "clock-picker", value: local, min: local, required: true });
    fill(
      this.#panel,
      h("h2", null, t("clock-title")),
      h("p.subtle", null, t("clock-how")),
      h("ul.jumps", null, JUMPS.map((jump) => h("li", null,
        h("button.jump", { type: "button", onclick: () => this.#move({ jump }) }, h("strong", null, t(`jump-${jump}`)), h("span", null, jumps[jump])),
      ))),
      h("form.pick", { onsubmit: (event) => { event.preventDefault(); this.#move({ local: picker.value }); } },
        h("label", { for: "clock-picker" }, t("clock-pick")),
        h("div.pick-row", null, picker, h("button.action.default", { type: "submit" }, t("clock-go"))),
      ),
    );
    this.#panel.querySelector("button").focus();
  }

  async #move(where) {
    if (this.element.ariaBusy === "true") return;
    this.element.ariaBusy = "true";
    this.#panel.hidePopover();
    this.#toggle.focus();
    try {
      await this.#session.moveClock(where);
      announce(t("clock-now", { at: this.#session.clock.shown }));
    } catch (problem) {
      showProblem(problem);
    } finally {
      this.element.ariaBusy = "false";
    }
  }
}
