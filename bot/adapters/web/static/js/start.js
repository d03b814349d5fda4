// The start: whom would you like to be?

import { h } from "./dom.js";
import { icon } from "./icons.js";
import { avatar, brand, marks, particulars, themeButton } from "./people.js";
import { t } from "./words.js";

/** The page on which a person is picked; `chooseLanguage` is called with `en` or `cy`. */
export function startPage(roster, hrefOf, chooseLanguage) {
  const people = new Map(roster.people.map((person) => [person.email, person]));
  const other = roster.language === "en" ? "cy" : "en";
  return h(
    "div.start",
    null,
    h(
      "header.hero",
      null,
      h(
        "div.hero-bar",
        null,
        brand(),
        h("span.hero-tools", null,
          h("button.quiet", { type: "button", lang: other, onclick: () => chooseLanguage(other) }, other === "cy" ? "Cymraeg" : "English"),
          themeButton(),
        ),
      ),
      h(
        "div.hero-words",
        null,
        h("h1", { tabindex: -1 }, t("start-title")),
        h("p", null, t("start-intro", { name: roster.organisation })),
        h("ol.steps", null, ["pick", "talk", "clock"].map((step) => h("li", null, h("strong", null, t(`step-${step}`)), " ", t(`step-${step}-how`)))),
      ),
    ),
    h(
      "main.start-main",
      null,
      h(
        "section",
        { "aria-labelledby": "suggested" },
        h("h2", { id: "suggested" }, t("suggested")),
        h("ul.suggested", null, roster.suggested.filter(({ email }) => people.has(email)).map(({ email, reason }) => suggestion(people.get(email), reason, hrefOf))),
      ),
      everyone(roster, hrefOf),
    ),
  );
}

function suggestion(person, reason, hrefOf) {
  return h(
    "li",
    null,
    h(
      "a.suggestion",
      { href: hrefOf(person.email) },
      h("span.suggestion-why", null, t(`suggest-${reason}`)),
      h("span.suggestion-who", null, avatar(person.name), h("span", null, h("strong", null, person.name), h("span.role", null, person.role))),
      h("span.suggestion-how", null, t(`suggest-${reason}-how`)),
    ),
  );
}

function everyone(roster, hrefOf) {
  const count = h("p.count", { role: "status" });
  const groups = roster.teams
    .map((team) => [team.name, roster.people.filter((person) => person.team_id === team.id)])
    .concat([[t("no-team"), roster.people.filter((person) => !person.team_id)]])
    .filter(([, members]) => members.length)
    .map(([name, members]) => group(name, members, hrefOf));
  const search = h("input", { type: "search", id: "search", autocomplete: "off", placeholder: t("search-hint"), oninput: () => filter() });
  const none = h("p.none", { hidden: true }, t("nobody-found"));

  function filter() {
    const wanted = search.value.trim().toLocaleLowerCase();
    let found = 0;
    for (const { element, rows } of groups) {
      for (const { element: row, haystack } of rows) row.hidden = !haystack.includes(wanted);
      element.hidden = rows.every(({ element: row }) => row.hidden);
      found += rows.filter(({ element: row }) => !row.hidden).length;
    }
    none.hidden = found > 0;
    count.textContent = t("people-shown", { count: found });
  }

  filter();
  return h(
    "section.everyone",
    { "aria-labelledby": "everyone" },
    h(
      "div.everyone-head",
      null,
      h("h2", { id: "everyone" }, t("everyone")),
      h("div.search", null, h("label.unseen", { for: "search" }, t("search")), icon("search"), search),
      count,
    ),
    none,
    h("div.team-list", null, groups.map(({ element }) => element)),
  );
}

function group(name, members, hrefOf) {
  const lead = (person) => (person.marks.includes("manager") ? 0 : 1);
  const rows = [...members]
    .sort((one, two) => lead(one) - lead(two) || one.name.localeCompare(two.name))
    .map((person) => ({
      element: h(
        "li",
        null,
        h(
          "a.person",
          { href: hrefOf(person.email) },
          avatar(person.name),
          h(
            "span.person-words",
            null,
            h("span.person-name", null, h("strong", null, person.name), marks(person)),
            h("span.role", null, [person.role, ...particulars(person)].join(" · ")),
          ),
        ),
      ),
      haystack: [person.name, person.role, person.email, name, ...particulars(person), ...person.marks.map((mark) => t(`mark-${mark}`))].join(" ").toLocaleLowerCase(),
    }));
  return { element: h("section.team", null, h("h3", null, name), h("ul", null, rows.map(({ element }) => element))), rows };
}
