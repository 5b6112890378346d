-- When the next entry may be handed out, as far as is known. Somebody waits for it, for so many
-- milliseconds.
call('SET', awaited, topic, 'PX', ARGV[FIRST])
local first = {}
for _, set in ipairs({ready, leased}) do
  local place = call('ZRANGE', set, 0, 0)[1]
  if place then first[#first + 1] = string.sub(place, 1, 26) end
end
table.sort(first)
return first[1] or ''
