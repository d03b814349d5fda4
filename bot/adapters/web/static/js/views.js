// A message as Slack shows it, as Teams shows it, and as plain text.

import { showProblem } from "./api.js";
import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { slackMessage } from "./slack.js";
import { teamsMessage } from "./teams.js";
import { t } from "./words.js";

const TABS = ["slack", "teams", "plain"];

/** The panel; `show(message)` opens it on the tab that was looked at last. */
export class ViewAs {
  #session;
  #tab = "slack";

  constructor(session) {
    this.#session = session;
    this.element = h("dialog.view-as-panel", { "aria-labelledby": "view-as-title" });
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close();
    });
  }

  async show(message) {
    let views;
    try {
      views = await this.#session.views(message);
    } catch (problem) {
      return showProblem(problem);
    }
    const tabs = new Map();
    const panel = h("div.view-as-body", { role: "tabpanel", id: "view-as-body", tabindex: 0 });
    const select = (name) => {
      this.#tab = name;
      for (const [each, tab] of tabs) {
        tab.setAttribute("aria-selected", String(each === name));
        tab.tabIndex = each === name ? 0 : -1;
      }
      panel.setAttribute("aria-labelledby", tabs.get(name).id);
      fill(panel, drawn(name, views, message));
      panel.scrollTop = 0;
    };
    const step = (event) => {
      const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!by) return;
      const next = TABS[(TABS.indexOf(this.#tab) + by + TABS.length) % TABS.length];
      select(next);
      tabs.get(next).focus();
    };
    for (const name of TABS) {
      tabs.set(name, h("button.tab", { type: "button", role: "tab", id: `tab-${name}`, "aria-controls": "view-as-body", onclick: () => select(name) }, t(`tab-${name}`)));
    }
    fill(
      this.element,
      h("div.view-as-frame", null,
        h("header", null, h("h2", { id: "view-as-title" }, t("view-as-title")), h("button.quiet.close", { type: "button", "aria-label": t("close"), onclick: () => this.element.close() }, icon("close"))),
        h("div.tabs", { role: "tablist", "aria-label": t("view-as-title"), onkeydown: step }, [...tabs.values()]),
        panel,
      ),
    );
    select(this.#tab);
    this.element.showModal();
    tabs.get(this.#tab).focus();
  }
}

function drawn(name, views, message) {
  if (name === "plain") return [h("p.subtle", null, t("plain-how")), h("pre.plain", { tabindex: 0, lang: message.card.language }, views.plain)];
  const shown = name === "slack" ? slackMessage(views.slack, message, views.pictures) : teamsMessage(views.teams, message);
  return [
    h("p.subtle", null, t(`${name}-how`)),
    h("div.stage", { lang: message.card.language }, shown),
    h("details.json", null, h("summary", null, t(`${name}-json`)), h("pre", { tabindex: 0 }, JSON.stringify(views[name], null, 2))),
  ];
}
