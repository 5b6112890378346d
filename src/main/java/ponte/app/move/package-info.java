/** State on its way from one store to another, through a file. */
@NullMarked
package ponte.app.move;

import org.jspecify.annotations.NullMarked;
