/* The search's program and its index come when somebody searches: most readers never do, and they weigh more than
   the page. The theme asks for both at once; here its questions wait. Loaded before the theme's own script. */
(() => {
  "use strict";
  const INDEX = /\/search\/search_index\.json$/;
  const field = "[data-md-component=search-query], [data-md-toggle=search]";

  const wanted = new Promise((resolve) => {
    if (new URLSearchParams(location.search).has("q")) resolve();
    for (const event of ["focusin", "change"]) {
      addEventListener(event, ({target}) => target instanceof Element && target.matches(field) && resolve());
    }
  });

  const {open, send} = XMLHttpRequest.prototype;
  const waiting = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, url, ...rest) {
    if (INDEX.test(new URL(url, location.href).pathname)) waiting.add(this);
    return open.call(this, method, url, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (!waiting.has(this)) return send.apply(this, body);
    wanted.then(() => send.apply(this, body));
  };

  const Real = window.Worker;
  window.Worker = class extends EventTarget {
    constructor(...about) {
      super();
      this.real = wanted.then(() => {
        const real = new Real(...about);
        real.onmessage = ({data}) => this.dispatchEvent(new MessageEvent("message", {data}));
        return real;
      });
    }

    postMessage(...message) {
      this.real.then((real) => real.postMessage(...message));
    }
  };
})();
