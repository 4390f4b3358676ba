/** When to write to whom: what people received and opened, and the best hour to come by a model of send times. */
package io.attune.timing;
