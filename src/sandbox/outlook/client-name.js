/*
 * Lets a page of the sandbox hear which client of Outlook it is in.
 *
 * On the web the package of Office.js fixes the mailbox's `diagnostics.hostName`; a page that asks for it would always
 * hear of Outlook on the web. The host puts the client into the address of the page, and this file, loaded before the
 * unmodified package, puts its name in the place of that one as the package defines it. Pages for production never
 * load it.
 */
(function () {
  'use strict';
  var names = { 'windows-classic': 'Outlook', 'windows-new': 'newOutlookWindows', mac: 'Mac Outlook' };
  var name = names[new URLSearchParams(globalThis.location.search).get('sandbox-client')];
  if (!name) return;
  var define = Object.defineProperties;
  Object.defineProperties = function (target, properties) {
    var isDiagnostics =
      properties && properties.hostName && properties.hostVersion && 'OWAView' in properties;
    if (!isDiagnostics) return define(target, properties);
    var told = Object.assign({}, properties, { hostName: { value: name, writable: false } });
    return define(target, told);
  };
})();
