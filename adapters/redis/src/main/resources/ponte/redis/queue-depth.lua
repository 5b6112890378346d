-- How much waits, is leased and is dead, and since or for when those are due that are due longest:
-- of all, and of what may be handed out first.
end_leases()
tell()

-- The first of those that are late; earlier versions leave some there that are not.
local function first_late()
  local place = call('ZRANGE', late, 0, 0)[1]
  while place do
    local stored = call('HGET', items, string.sub(place, 27))
    local item = stored and cmsgpack.unpack(stored)
    if item and item[STANDING] ~= DEAD and item[SINCE] == string.sub(place, 1, 26) then
      return place
    end
    call('ZREM', late, place)
    place = call('ZRANGE', late, 0, 0)[1]
  end
end

local first = {}
local first_ready = call('ZRANGE', ready, 0, 0)[1] or ''
for _, place in pairs({first_ready, call('ZRANGE', behind, 0, 0)[1] or '',
  first_late() or ''}) do
  if place ~= '' then first[#first + 1] = string.sub(place, 1, 26) end
end
table.sort(first)
return {call('ZCARD', ready) + call('ZCARD', behind), call('ZCARD', leased), call('ZCARD', dead),
  first[1] or '', string.sub(first_ready, 1, 26)}
