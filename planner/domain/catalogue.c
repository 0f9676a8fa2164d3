/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cohorte/catalogue.h"

void co_catalogue_free(CoCatalogue *catalogue)
{
    if (catalogue == NULL)
        return;
    for (int i = 0; i < catalogue->n_tables; i++)
        g_free(catalogue->tables[i].columns);
    g_free(catalogue->tables);
    g_free(catalogue->parameters);
    g_free(catalogue);
}
