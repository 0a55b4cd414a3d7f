#pragma once

#include "app/catalog/catalogtypes.h"

#include <QObject>

#include <vector>

class ArticleModel;
class QItemSelectionModel;

// Carries a large selection over a new order of the list. Qt would make a persistent index of every selected
// row for it: with a million rows selected that is some seconds and hundreds of megabytes each time that
// files arrive.
class KeptSelection final : public QObject
{
    Q_OBJECT

public:
    // `selection` is one of `model`, and selects whole rows.
    KeptSelection(const ArticleModel &model, QItemSelectionModel &selection, QObject *parent);

private:
    void putAside();
    void bringBack();

    const ArticleModel &m_model;
    QItemSelectionModel &m_selection;
    std::vector<bool> m_kept; // by article number; empty where Qt keeps the selection
};
