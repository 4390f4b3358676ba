/*
 * Attune's browser library. Include it once:
 *
 *   <script async src="https://hub.example.com/attune.js" data-write-key="…"></script>
 *
 * and call attune.page(), attune.track("Product Viewed", {product_id: "P1"}), attune.identify("customer-1", {email: …}),
 * attune.group("g1"), attune.alias("new-id"), attune.reset(). Calls before it has loaded may be queued:
 * window.attune = window.attune || []; attune.push(["page"]).
 *
 * Nothing is stored and nothing is sent for a visitor whose browser says Global Privacy Control, or on a page with
 * data-consent="required", until attune.consent({email_marketing: true, …}) tells what they agreed to. attune.optOut()
 * forgets the visitor and sends nothing from then on.
 */
(function (window, document) {
  "use strict";
  var script = document.currentScript;
  if (!script || !script.getAttribute("data-write-key")) {
    console.error("attune.js: the script element needs data-write-key");
    return;
  }
  var queued = Array.isArray(window.attune) ? window.attune : [];
  var writeKey = script.getAttribute("data-write-key");
  var collector = new URL(script.src).origin + "/v1/batch";
  var asksFirst = script.getAttribute("data-consent") === "required" || navigator.globalPrivacyControl === true;
  var LIMIT = 100;
  var waiting = [];
  var sending = false;
  var pause = 1000;
  // For a browser that keeps nothing: it still sends what happens on this page.
  var memory = {};

  function read(key) {
    try {
      return JSON.parse(window.localStorage.getItem("attune." + key));
    } catch (unreadable) {
      return null;
    }
  }

  function write(key, value) {
    memory[key] = value;
    try {
      if (value === null) {
        window.localStorage.removeItem("attune." + key);
      } else {
        window.localStorage.setItem("attune." + key, JSON.stringify(value));
      }
    } catch (full) {
      console.warn("attune.js: this browser keeps nothing beyond the page");
    }
  }

  function recall(key) {
    return memory[key] === undefined ? read(key) : memory[key];
  }

  function uuid() {
    if (window.crypto.randomUUID) {
      return window.crypto.randomUUID();
    }
    var bytes = window.crypto.getRandomValues(new Uint8Array(16));
    return Array.prototype.map.call(bytes, function (byte) {
      return ("0" + byte.toString(16)).slice(-2);
    }).join("");
  }

  function permitted() {
    var consent = recall("consent");
    return recall("optOut") !== true && (!asksFirst || consent !== null);
  }

  function anonymousId() {
    var id = recall("anonymousId");
    if (!id) {
      id = uuid();
      write("anonymousId", id);
    }
    return id;
  }

  function enqueue(event) {
    if (!permitted()) {
      return;
    }
    var consent = recall("consent");
    event.messageId = "js-" + uuid();
    event.anonymousId = anonymousId();
    event.userId = event.userId || recall("userId") || undefined;
    event.timestamp = new Date().toISOString();
    event.context = {
      library: {name: "attune.js"},
      locale: navigator.language,
      timezone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      page: {path: location.pathname, referrer: document.referrer, title: document.title, url: location.href}
    };
    if (consent) {
      event.context.consent = {categoryPreferences: consent};
    }
    waiting.push(event);
    if (waiting.length > LIMIT) {
      waiting.shift();
    }
    window.setTimeout(flush, 0);
  }

  function flush() {
    if (sending || waiting.length === 0) {
      return;
    }
    sending = true;
    var batch = waiting.slice(0, 20);
    // Plain text asks for no preflight; keepalive lets it survive the page.
    window.fetch(collector, {
      method: "POST",
      keepalive: true,
      credentials: "omit",
      headers: {"Content-Type": "text/plain"},
      body: JSON.stringify({writeKey: writeKey, batch: batch, sentAt: new Date().toISOString()})
    }).then(function (answer) {
      if (answer.status >= 500 || answer.status === 429) {
        throw new Error("answer " + answer.status);
      }
      if (!answer.ok) {
        console.error("attune.js: the hub refused " + batch.length + " events with " + answer.status);
      }
      waiting.splice(0, batch.length);
      sending = false;
      pause = 1000;
      flush();
    }).catch(function () {
      // The same events again: their ids let the hub drop what it has already.
      sending = false;
      window.setTimeout(flush, pause + Math.random() * pause);
      pause = Math.min(pause * 2, 60000);
    });
  }

  var library = {
    track: function (event, properties) {
      enqueue({type: "track", event: event, properties: properties || {}});
    },
    page: function (properties) {
      enqueue({type: "page", properties: Object.assign({path: location.pathname}, properties)});
    },
    identify: function (userId, traits) {
      if (permitted()) {
        write("userId", userId);
      }
      enqueue({type: "identify", userId: userId, traits: traits || {}});
    },
    group: function (groupId, traits) {
      enqueue({type: "group", groupId: groupId, traits: traits || {}});
    },
    alias: function (userId, previousId) {
      enqueue({type: "alias", userId: userId, previousId: previousId || recall("userId") || anonymousId()});
    },
    consent: function (preferences) {
      write("optOut", null);
      write("consent", preferences);
      enqueue({type: "identify", traits: {}});
    },
    optOut: function () {
      library.reset();
      write("consent", null);
      write("optOut", true);
      waiting.length = 0;
    },
    reset: function () {
      write("anonymousId", null);
      write("userId", null);
    },
    push: function (call) {
      library[call[0]].apply(library, call.slice(1));
    }
  };
  window.attune = library;
  queued.forEach(library.push);
})(window, document);
