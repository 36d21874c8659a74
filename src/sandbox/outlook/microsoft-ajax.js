/*
 * The few members of MicrosoftAjax that Office.js needs on the web before it starts.
 *
 * The package of Office.js does not contain that library and would load it from a Microsoft server. Pages of the
 * sandbox load this file first, so that the unmodified package runs without the internet. Pages for production
 * never load it. Only what `outlook-web-16.01.js` and its string files call is here, to the extent they call it.
 */
(function () {
  'use strict';
  var root = globalThis;

  function invalid(name, message) {
    var error = new Error(message);
    error.name = name;
    return error;
  }

  /* Parameter checks as Office.js asks for them: an error to throw, or null. */
  function checkParameter(value, expected, label) {
    var missing = value === undefined || value === null;
    if (missing && (expected.optional || expected.mayBeNull || expected.maybeNull)) return null;
    if (value === undefined && !('type' in expected)) return null;
    if (missing) return Error.argumentNull(label);
    if (!expected.type) return null;
    var matches = Object(value) instanceof expected.type || expected.type === Object;
    return matches ? null : Error.argumentType(label, expected.type);
  }

  Function._validateParameter = checkParameter;
  Function._validateParams = function (parameters, expected) {
    var required = expected.filter(function (one) {
      return !one.optional && !one.mayBeNull && !one.maybeNull;
    });
    if (required.length > 0 && parameters.length === 0) return Error.parameterCount();
    for (var index = 0; index < expected.length; index++) {
      var error = checkParameter(parameters[index], expected[index], expected[index].name);
      if (error) return error;
    }
    return null;
  };

  Error.argument = function (name, message) {
    return invalid('Sys.ArgumentException', (message || 'Unexpected value.') + ' (' + name + ')');
  };
  Error.argumentNull = function (name) {
    return invalid('Sys.ArgumentNullException', 'A value is missing. (' + name + ')');
  };
  Error.argumentType = function (name) {
    return invalid('Sys.ArgumentTypeException', 'A value has the wrong type. (' + name + ')');
  };
  Error.parameterCount = function (message) {
    return invalid('Sys.ParameterCountException', message || 'Wrong number of parameters.');
  };

  /* The string files declare their namespace and class; a plain object serves for both. */
  var Type = Function;
  Type.registerNamespace = function (path) {
    path.split('.').reduce(function (parent, part) {
      parent[part] = parent[part] || {};
      return parent[part];
    }, root);
  };
  Type.registerClass = function () {};
  Function.prototype.registerClass = function () {
    return this;
  };

  function StringBuilder(text) {
    this.parts = text === undefined ? [] : [text];
  }
  StringBuilder.prototype.append = function (text) {
    this.parts.push(text);
    return this;
  };
  StringBuilder.prototype.toString = function () {
    return this.parts.join('');
  };

  root.Type = Type;
  root.Sys = {
    StringBuilder: StringBuilder,
    Debug: { trace: function () {} },
    Browser: { agent: {}, InternetExplorer: {} },
    Serialization: {
      JavaScriptSerializer: {
        serialize: function (value) {
          return JSON.stringify(value);
        },
        deserialize: function (text) {
          return JSON.parse(text);
        },
      },
    },
  };
})();
