/** How somebody feels who writes to a shop, by a small word list of our own. Imports none of ours. */
package io.attune.sentiment;
