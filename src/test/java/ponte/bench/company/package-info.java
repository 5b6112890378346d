/** Tests of the made-up company. */
@NullMarked
package ponte.bench.company;

import org.jspecify.annotations.NullMarked;
