/** The demo: starts a sandbox, a population and a hub, and says what became of them. */
package io.attune.sandbox.demo;
