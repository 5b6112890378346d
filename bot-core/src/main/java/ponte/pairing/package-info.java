/** Introducing colleagues who do not know each other yet, again and again, to those who want it. */
@NullMarked
package ponte.pairing;

import org.jspecify.annotations.NullMarked;
