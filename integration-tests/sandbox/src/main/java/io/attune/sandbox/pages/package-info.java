/** The inbox, members and contacts as pages for people and as JSON for tests. */
package io.attune.sandbox.pages;
