/** Loads the route files of {@code attune.home/routes} into the running CamelContext: validates first, then swaps. */
package io.attune.route;
