@NullMarked
package ponte.web;

import org.jspecify.annotations.NullMarked;
