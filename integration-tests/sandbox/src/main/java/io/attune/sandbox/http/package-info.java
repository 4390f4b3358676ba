/** A small HTTP server for stand-ins: routes by path, JSON, and refusals in the words of each service. */
package io.attune.sandbox.http;
