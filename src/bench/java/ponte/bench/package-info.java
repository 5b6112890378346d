/** Measurements: each prints its figures with the machine and the data it ran on. */
@NullMarked
package ponte.bench;

import org.jspecify.annotations.NullMarked;
