-- How much waits, is leased and is dead, and the earliest due time of what waits.
end_leases()
tell()
local first = {}
for _, set in ipairs({ready, behind}) do
  local place = call('ZRANGE', set, 0, 0)[1]
  if place then first[#first + 1] = string.sub(place, 1, 26) end
end
table.sort(first)
return {call('ZCARD', ready) + call('ZCARD', behind), call('ZCARD', leased), call('ZCARD', dead),
  first[1] or ''}
