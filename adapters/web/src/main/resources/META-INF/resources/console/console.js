// What the pages do beyond their forms. Everything here is comfort: without it they work too.
"use strict";

(() => {
  const $ = (selector, root = document) => root.querySelector(selector);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = matchMedia("(pointer: coarse)");

  const notice = words => {
    const place = $("#notice");
    place.textContent = words;
    place.classList.toggle("shown", words !== "");
  };

  // The chat: keys, the question that is being sent, and where the eye should rest.

  const text = $("#text");
  const messages = $("#messages");

  const fit = () => {
    text.style.height = "auto";
    text.style.height = `${Math.min(text.scrollHeight + 2, 180)}px`;
  };

  const lastQuestion = () => {
    const said = messages.querySelectorAll(".said .text");
    return said.length ? said[said.length - 1].textContent : "";
  };

  const show = element =>
    element?.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "start" });

  if (text && messages) {
    text.addEventListener("keydown", event => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        if (text.value.trim() !== "") {
          text.form.requestSubmit();
        }
      } else if (event.key === "ArrowUp" && text.value === "") {
        event.preventDefault();
        text.value = lastQuestion();
        fit();
      }
    });
    text.addEventListener("input", fit);
    messages.lastElementChild?.scrollIntoView({ block: "nearest" });
    if (messages.children.length > 1) {
      window.scrollTo(0, document.body.scrollHeight);
    }
  }

  // A poll and a question may both bring an entry; the first one stays.
  const dropRepeated = () => {
    const seen = new Set();
    for (const entry of [...messages.children]) {
      if (seen.has(entry.id)) {
        entry.remove();
      }
      seen.add(entry.id);
    }
  };

  let lastShown = messages?.lastElementChild?.id;

  document.body.addEventListener("htmx:beforeRequest", event => {
    if (event.detail.elt.id !== "poll") {
      notice("");
    }
  });

  document.body.addEventListener("htmx:afterRequest", event => {
    const sent = event.detail.elt;
    if (event.detail.successful && messages && sent.id !== "poll") {
      if (sent.id === "ask" && $("#problem").textContent === "") {
        text.value = "";
        fit();
      }
      if (!narrow.matches) {
        text.focus({ preventScroll: true });
      }
    }
  });

  document.body.addEventListener("htmx:afterSettle", () => {
    if (!messages) {
      return;
    }
    dropRepeated();
    const last = messages.lastElementChild;
    if (last && last.id !== lastShown) {
      const first = $(lastShown ? `#${lastShown} ~ .said` : ".said", messages) ?? last;
      lastShown = last.id;
      $("#welcome")?.remove();
      show(first);
    }
  });

  document.body.addEventListener("htmx:responseError", event => {
    if (!event.detail.elt.matches("#poll, #loading")) {
      notice($("#notice").dataset.failed);
    }
  });
  document.body.addEventListener("htmx:sendError", () => notice($("#notice").dataset.offline));

  // The start page: arrows walk through the names, Enter in the search takes the first.

  const search = $("#q");
  if (search) {
    const people = () => [...document.querySelectorAll(".colleague")];
    document.addEventListener("keydown", event => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const at = people().indexOf(document.activeElement);
      if (step && (at >= 0 || document.activeElement === search)) {
        event.preventDefault();
        (people()[at + step] ?? search).focus();
      } else if (event.key === "Enter" && document.activeElement === search && people().length) {
        event.preventDefault();
        people()[0].click();
      }
    });
  }

  // A digest on paper.

  const print = $("#print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  // The upload: dropping a file on the page, and how far it is.

  const upload = $("#upload");
  if (upload) {
    const file = $("#export");
    const area = $(".drop", upload);
    const button = $("button", upload);
    const label = button.textContent;
    const named = () => {
      $("span", area).textContent = file.files[0]?.name ?? $("span", area).textContent;
    };
    const busy = yes => {
      $("#uploading").hidden = !yes;
      button.textContent = yes ? button.dataset.busy : label;
    };
    file.addEventListener("change", named);
    for (const kind of ["dragenter", "dragover"]) {
      document.addEventListener(kind, event => {
        event.preventDefault();
        area.classList.add("over");
      });
    }
    document.addEventListener("dragleave", event => {
      if (!event.relatedTarget) {
        area.classList.remove("over");
      }
    });
    document.addEventListener("drop", event => {
      event.preventDefault();
      area.classList.remove("over");
      if (event.dataTransfer.files.length) {
        file.files = event.dataTransfer.files;
        named();
        upload.requestSubmit();
      }
    });
    upload.addEventListener("htmx:beforeRequest", () => busy(true));
    upload.addEventListener("htmx:afterRequest", () => busy(false));
    upload.addEventListener("htmx:xhr:progress", event => {
      if (event.detail.lengthComputable) {
        $("#uploading").value = (100 * event.detail.loaded) / event.detail.total;
      }
    });
  }
})();
