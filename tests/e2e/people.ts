export const ADMINISTRATOR = { name: 'Ada Lin', email: 'ada@desk.example', password: 'ferries leave at half past six' }
