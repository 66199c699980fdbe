extension Catalog {
    /// The requests that delete, void or merge.
    static let removals = #"""
        request ListDelRq v1.1 {
          ListDelType enum
          ListID id
        }
        request ListMergeRq v7.0 {
          ListMergeType enum
          MergeFrom =MergeFrom
          MergeTo =MergeFrom
          SameShipAddrOk? flag v8.0
        }
        request TxnDelRq v1.1 {
          TxnDelType enum
          TxnID id
        }
        request TxnVoidRq v1.1 {
          TxnVoidType enum
          TxnID id
        }
        request DataEventRecoveryInfoDelRq v3.0 {
          SubscriberID guid
        }
        request DataExtDefDelRq v2.0 {
          OwnerID guid
          DataExtName text31
        }
        request DataExtDelRq v2.0 {
          DataExtDel {
            OwnerID guid
            DataExtName text31
            (1
              ListDataExtType enum
              ListObjRef =Ref159
            |
              TxnDataExtType enum
              TxnID id
              TxnLineID? id v3.0
            |
              OtherDataExtType enum
            )
          }
        }
        request SubscriptionDelRq subscription v3.0 {
          SubscriberID guid
          SubscriptionType enum
        }
        """#
}
