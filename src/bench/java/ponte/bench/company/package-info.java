/** A made-up company and half a year of its questions, with Ponte and without. */
@NullMarked
package ponte.bench.company;

import org.jspecify.annotations.NullMarked;
