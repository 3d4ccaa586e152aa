/* Conveniences only: every page works without this file. */
(() => {
  "use strict";
  const typing = (el) => el.closest("input, select, textarea, [contenteditable]");
  const rows = () => [...document.querySelectorAll("[data-rows] tbody tr")].filter((row) => row.querySelector("a"));
  let at = -1;

  const go = (by) => {
    const list = rows();
    if (!list.length) return;
    at = Math.min(Math.max(at + by, 0), list.length - 1);
    const link = list[at].querySelector("a");
    link.focus();
    link.scrollIntoView({ block: "nearest" });
  };

  const keys = {
    j: () => go(1),
    k: () => go(-1),
    "/": () => document.querySelector("[data-key='/']")?.focus(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") closeMenus();
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });

  const closeMenus = (except) => {
    for (const menu of document.querySelectorAll("details.drop[open]")) {
      if (menu === except) continue;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
      menu.open = false;
    }
  };
  document.addEventListener("click", (event) => closeMenus(event.target.closest("details.drop")));

  document.addEventListener("click", (event) => {
    const toast = event.target.closest("[data-close]")?.closest("[data-toast]");
    if (toast) toast.remove();
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches("[data-send]")) event.target.form.requestSubmit();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-once]")) return;
    if (form.dataset.sent) return event.preventDefault();
    form.dataset.sent = "yes";
    form.querySelector("button:not([type=button])")?.setAttribute("aria-busy", "true");
  });

  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("[data-sent]")) {
      delete form.dataset.sent;
      form.querySelector("[aria-busy]")?.removeAttribute("aria-busy");
    }
  });

  const ready = (root) => {
    for (const button of root.querySelectorAll("[data-close]")) button.hidden = false;
    root.querySelector("[data-focus]")?.focus();
  };
  ready(document);
  document.addEventListener("htmx:afterSwap", (event) => ready(event.target));
})();
