/** Personal data is ciphertext: encryption and keyed hashing, with keys kept in a file beside the data. */
package io.attune.crypto;
